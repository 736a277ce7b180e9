// Sends one request and returns everything that the browser lets this page read of the answer.
export async function ask(address, body) {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      cache: "no-store",
    });
    return { status: response.status, body: await response.text() };
  } catch (error) {
    return { error: `${error.name}: ${error.message}` };
  }
}
