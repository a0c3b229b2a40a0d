// A function that follows events.js in the same scope: what stands between Gradio's client and its
// server. Where a request fails, that client says so in English above the page; where its stream
// breaks, it also takes no further question and loads the page anew. So it gets an end to what it
// waits for that it passes over in silence, and whoever asked is told by the page.
const JOIN = /\/gradio_api\/queue\/join$/;
const STREAM = /\/gradio_api\/queue\/data$/;
const RUN = /\/gradio_api\/run\//;

// `refused(question, response)` is called for a question that was not taken, with null where nobody
// answered; `broken(question)` for one whose answer does not come, or not to its end.
function watchQueue({ language, refused, broken }) {
  const plain = window.fetch;
  const asked = new Map(); // id of an event under way to its question
  const early = new Set(); // ids of events that ended before the server had told of them

  window.fetch = (resource, options) => {
    const { pathname } = new URL(resource.url ?? resource, window.location);
    if (JOIN.test(pathname)) return join(resource, options);
    if (STREAM.test(pathname)) return stream(resource, options);
    if (RUN.test(pathname)) return run(resource, options);
    return plain(resource, options);
  };

  async function attempt(resource, options) {
    const headers = new Headers(options.headers);
    headers.set("Accept-Language", language);
    try {
      return await plain(resource, { ...options, headers });
    } catch {
      return null;
    }
  }

  // Refused is what Gradio calls invalid, with no word on what is: it shows nothing.
  async function join(resource, options) {
    const [question] = JSON.parse(options.body).data;
    const response = await attempt(resource, options);
    const taken = response?.ok && await response.clone().json().catch(() => null);
    const id = taken?.event_id;
    if (!id) {
      if (question) refused(question, response);
      return new Response('{"detail": []}', { status: 422 });
    }
    if (!early.delete(id)) asked.set(id, question);
    return response;
  }

  // What isn't queued changes no part of the page, so an empty answer will do.
  async function run(resource, options) {
    const response = await attempt(resource, options);
    return response?.ok ? response : new Response('{"data": []}');
  }

  async function stream(resource, options) {
    const signal = options?.signal ?? resource.signal;
    const encoder = new TextEncoder();
    const body = new ReadableStream({
      async start(out) {
        const say = (message) => {
          out.enqueue(encoder.encode(`data: ${JSON.stringify(message)}\n\n`));
        };
        const whole = await relay(resource, options, say).catch(() => false);
        // Who leaves the page, or has heard all, breaks the stream on purpose.
        if (!whole && !signal?.aborted) {
          for (const id of [...asked.keys()]) end(id, say);
          say({ msg: "close_stream" });
        }
        if (signal?.aborted) out.error(signal.reason);
        else out.close();
      },
    });
    return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
  }

  // Hands on what the server says; gives whether it came to its end.
  async function relay(resource, options, say) {
    const response = await plain(resource, options);
    if (!response.ok) return false;
    for await (const message of eventsOf(response)) {
      const { msg, event_id: id } = message;
      if (msg === "unexpected_error") return false; // as where another server knows nothing of it
      if (msg !== "process_completed") {
        say(message);
      } else if (message.success || !asked.has(id)) {
        if (!asked.delete(id)) early.add(id);
        say(message);
      } else {
        end(id, say);
      }
      if (msg === "close_stream") return true;
    }
    return false;
  }

  function end(id, say) {
    const question = asked.get(id);
    asked.delete(id);
    say({ msg: "process_completed", event_id: id, success: true, output: { data: [] } });
    if (question) broken(question);
  }
}
