// The origin that served this script serves its frames too, whatever name it was reached by.
const GATEWAY = new URL(document.currentScript.src).origin;
