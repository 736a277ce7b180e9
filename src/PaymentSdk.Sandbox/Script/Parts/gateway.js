// The origin that served this script also serves its frames, under the host name that the page used.
const GATEWAY = new URL(document.currentScript.src).origin;
