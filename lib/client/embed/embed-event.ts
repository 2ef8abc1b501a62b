import type { RunSnapshot } from "../run-snapshot";
import type { EmbedEvent } from "./embed-messages";

/** So much of a text goes out, from its end, and about so much of anything else. */
const mostCharacters = 4000;

/**
 * What an embed tells the page around it of its run.
 *
 * @param before what it told last: outputs that have not changed since are left out
 * @param site the site's origin, as addresses of bytes may be relative to it
 */
export function embedEvent(
  snapshot: RunSnapshot,
  before: RunSnapshot | undefined,
  site: string,
): EmbedEvent {
  const { phase, run, elapsedMs, yields, error, outputs, carriedOver } = snapshot;
  const changed = Object.entries(carriedOver ? {} : outputs).flatMap(([name, value]) => {
    if (before && !before.carriedOver && before.outputs[name] === value) return [];
    const small = smallOf(value, site);
    return small === undefined ? [] : [[name, small]];
  });
  return {
    phase,
    run: run ? { id: run.id, url: new URL(`/runs/${run.id}`, site).href } : null,
    elapsedMs,
    yields,
    progress: run?.progress ? { value: run.progress.value, total: run.progress.total } : null,
    error: error ? { code: error.code, message: error.message } : null,
    outputs: Object.fromEntries(changed),
  };
}

/** A value as it can be sent often; `undefined` where it is too large. */
function smallOf(value: unknown, site: string): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("text" in value && typeof value.text === "string") return value.text.slice(-mostCharacters);
  // Sound and video: their chunks grow without end.
  const plain =
    "count" in value && "playlist" in value && "file" in value
      ? { playlist: value.playlist, file: value.file, chunks: value.count }
      : value;
  return copied(plain, { left: mostCharacters, site });
}

interface Copying {
  /** Characters that may still be copied. A large value is not looked through to its end. */
  left: number;
  readonly site: string;
}

const addresses = new Set(["url", "playlist", "file"]);

function copied(value: unknown, copying: Copying, name = ""): unknown {
  copying.left -= name.length + (typeof value === "string" ? value.length : 4);
  if (copying.left < 0) return undefined;
  if (typeof value === "string") {
    const isRelative = addresses.has(name) && value.startsWith("/media/");
    return isRelative ? new URL(value, copying.site).href : value;
  }
  if (typeof value !== "object" || value === null) return value;
  const copy: unknown = Array.isArray(value) ? [] : {};
  for (const key in value) {
    const part = copied(value[key as keyof typeof value], copying, key);
    if (copying.left < 0) return undefined;
    Object.defineProperty(copy, key, { value: part, enumerable: true, configurable: true });
  }
  return copy;
}
