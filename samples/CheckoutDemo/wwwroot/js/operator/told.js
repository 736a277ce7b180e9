// What became of an action, as a sentence.
import { clock } from "../format.js";
import { hasText, t } from "../language.js";

export const sentence = ({ outcome, text, until }) => hasText(`told-${outcome}`)
  ? t(`told-${outcome}`, { reason: text ?? "", until: until ? clock(until) : "" })
  : text ?? "";
