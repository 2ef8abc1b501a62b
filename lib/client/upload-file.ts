const document = "mutation UploadFile($file: File!) { upload(file: $file) { id } }";
const stalledAfterMs = 30_000;

export interface UploadOptions {
  file: File;
  /** Where to. Default: `/api/graphql` of the page's own origin. */
  url?: string;
  /** How much of it has gone up, from 0 to 1. */
  onProgress?(part: number): void;
  /** Takes it back; the promise is then rejected with the signal's reason. */
  signal?: AbortSignal;
}

/** A file that did not get up, in words for whoever gave it. */
export class UploadFailure extends Error {
  override name = "UploadFailure";

  constructor(
    /** The server's, such as `UPLOAD_TOO_LARGE`; `NETWORK` or `HTTP_…` where it said none. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

interface Answer {
  data?: { upload: { id: string } } | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/**
 * Sends a file up, by the GraphQL multipart request
 * (https://github.com/jaydenseric/graphql-multipart-request-spec).
 *
 * @returns the upload's id, which a run takes for an input of a kind that is a file
 * @throws UploadFailure
 * @example const id = await uploadFile({ file, onProgress: (part) => bar.value = part });
 */
export function uploadFile({ file, url, onProgress, signal }: UploadOptions): Promise<string> {
  const body = new FormData();
  body.set("operations", JSON.stringify({ query: document, variables: { file: null } }));
  body.set("map", JSON.stringify({ 0: ["variables.file"] }));
  body.set("0", file, file.name);
  // Not fetch: it does not say how much has gone up.
  const request = new XMLHttpRequest();

  return new Promise<string>((resolve, reject) => {
    signal?.throwIfAborted();
    const lost = new UploadFailure("NETWORK", "The connection was lost before the file was up.");
    const stalled = () => {
      reject(new UploadFailure("NETWORK", "Nothing has gone up for half a minute."));
      request.abort();
    };
    let timer = setTimeout(stalled, stalledAfterMs);
    const cancel = () => request.abort();
    signal?.addEventListener("abort", cancel);

    request.upload.onprogress = ({ loaded, total }) => {
      clearTimeout(timer);
      timer = setTimeout(stalled, stalledAfterMs);
      if (total > 0) onProgress?.(loaded / total);
    };
    request.onload = () => {
      try {
        resolve(idOf(request));
      } catch (error) {
        reject(error);
      }
    };
    request.onerror = () => reject(lost);
    request.onabort = () => reject(signal?.reason ?? lost);
    request.onloadend = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", cancel);
    };
    request.open("POST", url ?? "/api/graphql");
    request.setRequestHeader("accept", "application/json");
    request.send(body);
  });
}

function idOf({ status, responseText }: XMLHttpRequest): string {
  const { data, errors }: Answer = parsed(responseText) ?? {};
  if (data) return data.upload.id;
  const [first] = errors ?? [];
  throw new UploadFailure(
    first?.extensions?.code ?? `HTTP_${status}`,
    first?.message ?? `The server did not take the file (HTTP ${status}).`,
  );
}

function parsed(text: string): Answer | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
