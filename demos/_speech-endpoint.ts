import { DemoError } from "yieldcast";

export interface SpeechEndpoint {
  /** Such as `https://api.openai.com/v1`. */
  url: string;
  key: string;
  model: string;
  voice: string;
}

/**
 * Has a text spoken by an OpenAI-compatible endpoint and gives the bytes of the MP3 as they come.
 * https://platform.openai.com/docs/api-reference/audio/createSpeech
 *
 * @throws DemoError with what the endpoint says where it refuses, is not there or hangs up
 */
export async function* speakBy(
  { url, key, model, voice }: SpeechEndpoint,
  text: string,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const address = url.replace(/(\/audio\/speech)?\/*$/, "/audio/speech");
  const fail = (error: unknown): never => {
    signal.throwIfAborted();
    const { message, cause } = error as Error;
    const reason = (cause as NodeJS.ErrnoException | undefined)?.code ?? message;
    throw new DemoError(`The connection to the speech endpoint has failed: ${reason}.`);
  };
  const response = await fetch(address, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      ...(key ? { Authorization: `Bearer ${key}` } : {}),
    },
    body: JSON.stringify({ model, voice, input: text, response_format: "mp3" }),
    signal,
  }).catch(fail);
  const type = response.headers.get("content-type") ?? "";
  if (!response.ok || /json|text/.test(type)) {
    const said = (await response.text().catch(fail)).slice(0, 10_000);
    throw new DemoError(`The speech endpoint answered ${response.status}: ${messageOf(said)}`);
  }
  if (!response.body) return;
  try {
    yield* response.body;
  } catch (error) {
    fail(error);
  }
}

/** An answer's `error.message`, or else its beginning. */
function messageOf(answer: string): string {
  try {
    const { error } = JSON.parse(answer) as { error?: { message?: unknown } };
    if (typeof error?.message === "string") return error.message;
  } catch {
    // It is no JSON, so it is taken as it is.
  }
  return answer.trim().slice(0, 200) || "nothing";
}
