/** What an embed's element has: `document.querySelector("[data-demo]").yieldcast.run({ steps: 5 })`. */
interface EmbedHandle {
  readonly frame: HTMLIFrameElement;
  run(inputs?: object): void;
  stop(): void;
}

interface Placed extends EmbedHandle {
  ready: boolean;
  /** What was asked for before the embed listened. */
  waiting: object[];
}

type Shared = {
  /** By the origin of the site whose script it is: one that comes again only looks around again. */
  [origin: string]: () => void;
};

/**
 * All of `/embed.js`, which runs in other sites' pages: it puts a frame in the place of each
 * `<script src="…/embed.js" data-demo="…">` and `<div data-yieldcast="…">`, fits it to its height and
 * passes messages on. Its text is sent, so it may use nothing from outside itself.
 */
export function embedScript(): void {
  const tag =
    document.currentScript ?? [...document.querySelectorAll('script[src$="/embed.js"]')].pop();
  if (!(tag instanceof HTMLScriptElement)) return;
  const origin = new URL(tag.src).origin;
  const page = window as typeof window & { yieldcastEmbeds?: Shared };
  page.yieldcastEmbeds ??= {};
  const known = page.yieldcastEmbeds;
  if (known[origin]) {
    known[origin]();
    return;
  }
  const ownWords = ["demo", "yieldcast", "title", "loading", "allow", "target", "height"];
  const embedWords = ["theme", "accent", "radius", "autorun", "run"];
  const placed: Placed[] = [];

  function addressOf({ dataset }: HTMLElement, demo: string): string {
    const url = new URL(`/embed/${encodeURIComponent(demo)}`, origin);
    for (const [key, value = ""] of Object.entries(dataset)) {
      if (ownWords.includes(key)) continue;
      // `data-input-theme` is the input that would else be the embed's own word.
      const input = /^input[A-Z]/.test(key) ? key.charAt(5).toLowerCase() + key.slice(6) : key;
      url.searchParams.set(embedWords.includes(key) ? key : `input.${input}`, value);
    }
    if (location.origin !== "null") url.searchParams.set("parent", location.origin);
    return url.href;
  }

  function place(element: HTMLElement): void {
    const { dataset } = element;
    const demo = dataset.demo ?? dataset.yieldcast;
    if (!demo || "yieldcast" in element) return;
    if (element instanceof HTMLScriptElement) {
      if (!URL.canParse(element.src)) return;
      const { origin: its, pathname } = new URL(element.src);
      if (its !== origin || !pathname.endsWith("/embed.js")) return;
    }
    const frame = document.createElement("iframe");
    frame.src = addressOf(element, demo);
    frame.title = dataset.title ?? demo.replaceAll("-", " ");
    frame.loading = dataset.loading === "eager" ? "eager" : "lazy";
    if (dataset.allow) frame.allow = dataset.allow;
    const height = `${Number(dataset.height) || 480}px`;
    Object.assign(frame.style, { display: "block", width: "100%", border: "0", height });

    const send = (message: object) => {
      if (embed.ready) frame.contentWindow?.postMessage({ yieldcast: 1, ...message }, origin);
      else embed.waiting = [message];
    };
    const embed: Placed = {
      frame,
      ready: false,
      waiting: [],
      run: (inputs = {}) => send({ type: "run", inputs }),
      stop: () => send({ type: "stop" }),
    };
    placed.push(embed);
    Object.assign(element, { yieldcast: embed });
    const target = dataset.target ? document.querySelector(dataset.target) : null;
    if (target) target.append(frame);
    else if (!(element instanceof HTMLScriptElement)) element.append(frame);
    else if (element.closest("head")) document.body.append(frame);
    else element.after(frame);
  }

  function look(): void {
    // What stands in the head is shown at the page's end, which must be there first.
    if (!document.body || document.readyState === "loading") {
      const early = document.querySelectorAll<HTMLElement>(
        "body script[data-demo], body [data-yieldcast]",
      );
      for (const element of early) if (!element.dataset.target) place(element);
      return;
    }
    const all = document.querySelectorAll<HTMLElement>("script[data-demo], [data-yieldcast]");
    for (const element of all) place(element);
  }

  addEventListener("message", ({ origin: from, source, data }) => {
    if (from !== origin || data?.yieldcast !== 1) return;
    const embed = placed.find(({ frame }) => frame.contentWindow === source);
    if (!embed) return;
    const { frame, waiting } = embed;
    if (data.type === "ready") {
      embed.ready = true;
      embed.waiting = [];
      for (const message of waiting)
        frame.contentWindow?.postMessage({ yieldcast: 1, ...message }, origin);
    } else if (data.type === "height" && data.height > 0 && data.height < 1e5) {
      frame.style.height = `${data.height}px`;
    }
    const { type, event, message } = data;
    if (type === "event" || type === "refused") {
      const detail = event ?? { message };
      frame.dispatchEvent(new CustomEvent(`yieldcast:${type}`, { bubbles: true, detail }));
    }
  });

  known[origin] = look;
  look();
  document.addEventListener("DOMContentLoaded", look);
  // What a framework adds later, also by markup whose scripts no browser runs.
  let due = false;
  new MutationObserver((changes) => {
    if (due || !changes.some(({ addedNodes }) => addedNodes.length > 0)) return;
    due = true;
    setTimeout(() => {
      due = false;
      look();
    });
  }).observe(document, { childList: true, subtree: true });
}
