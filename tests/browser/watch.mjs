// The problems that a page shows without being asked.

// Chrome reports each failed load on the console too; the response events below tell more.
const LOAD_ERROR = "Failed to load resource";

/** Calls `note` with every problem of every page in the context. */
export function watch(context, base, note) {
  context.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith(LOAD_ERROR)) {
      note(`${message.page()?.url()}: console: ${message.text()}`);
    }
  });
  context.on("weberror", (error) => note(`${error.page()?.url()}: exception: ${error.error()}`));
  context.on("request", (request) => {
    const { origin, protocol, href } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== base) note(`asked another origin: ${href}`);
  });
  context.on("response", (response) => {
    // A page may answer 404 or 422 when a walk asks for that; its parts never may.
    const worst = response.request().isNavigationRequest() ? 499 : 399;
    if (response.status() > worst) note(`${response.url()}: answered ${response.status()}`);
  });
}
