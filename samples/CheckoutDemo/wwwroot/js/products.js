// The products of the shop, with the server's names and prices.
import { catalog } from "./api.js";
import { language } from "./language.js";

let all = [];

export async function load() {
  all = await catalog();
}

export const products = () => all;
export const productOf = sku => all.find(product => product.sku === sku);
export const nameOf = product => product.names?.[language] ?? product.name;
export const aboutOf = product => product.about?.[language] ?? "";
export const artOf = product => `/art/${product.sku}.svg`;
