// The text that the browser writes to its console. A page cannot read the console, so the browsers' messages are copied here.
const chromium = (address, origin) =>
  `Access to fetch at '${address}' from origin '${origin}' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.`;

const firefox = (address, _, status) =>
  `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${address}. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: ${status}.`;

const safari = (address, origin, status) =>
  `Preflight response is not successful. Status code: ${status}\nFetch API cannot load ${address} due to access control checks.`;

export function consoleText(address, origin, status) {
  const agent = navigator.userAgent;
  const words = /Firefox\//.test(agent) ? firefox : /Safari\//.test(agent) && !/Chrom(e|ium)\//.test(agent) ? safari : chromium;
  return words(address, origin, status);
}
