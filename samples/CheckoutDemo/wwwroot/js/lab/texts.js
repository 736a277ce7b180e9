// Adds the laboratory's own texts to those of the shop.
import { addTexts } from "../language.js";
import ko from "./texts/ko.js";
import en from "./texts/en.js";

addTexts({ ko, en });
