import type { Plugin } from "graphql-yoga";
import type { Settings } from "../../lib/settings";
import { isShownError } from "../../lib/shown-error";
import { LimitError } from "../../lib/store/limit-error";
import { UploadError } from "../../lib/store/upload-error";
import type { Context } from "../context";
import { letGo, readMultipart } from "../multipart";

export const multipartType = /^multipart\/form-data\s*(;|$)/i;

// Beside the file a form has two fields and the lines around them.
const restOfForm = 64 * 1024;

/**
 * Takes GraphQL multipart requests (https://github.com/jaydenseric/graphql-multipart-request-spec): the
 * operation goes on as any other one in JSON, with all its limits; the file waits in the context, as yet
 * unread, for the resolver of `upload`.
 */
export function uploadsPlugin(settings: Settings): Plugin<object, Context> {
  const mostFieldBytes = settings.YIELDCAST_MAX_REQUEST_BYTES;
  const mostBytes = settings.YIELDCAST_MAX_UPLOAD_BYTES + 2 * mostFieldBytes + restOfForm;

  return {
    async onRequest({ request, setRequest, serverContext, fetchAPI, endResponse }) {
      if (request.method !== "POST" || !isMultipart(request)) return;
      try {
        // Whoever says so beforehand is told at once; others when they come to the limit.
        if (Number(request.headers.get("content-length")) > mostBytes) {
          const most = settings.YIELDCAST_MAX_UPLOAD_BYTES.toLocaleString("en");
          void letGo(request);
          const what = `The file is larger than ${most} bytes`;
          throw new LimitError("UPLOAD_TOO_LARGE", what, "YIELDCAST_MAX_UPLOAD_BYTES");
        }
        const { operations, file } = await readMultipart(request, mostFieldBytes);
        Object.assign(serverContext, { incoming: file });
        const headers = new Headers(request.headers);
        headers.set("content-type", "application/json");
        headers.delete("content-length");
        const { url, method, signal } = request;
        const body = written(operations);
        setRequest(new fetchAPI.Request(url, { method, headers, signal, body }));
      } catch (error) {
        if (!isShownError(error)) throw error;
        const { message, code } = error;
        const status = code === "UPLOAD_TOO_LARGE" ? 413 : 400;
        const errors = [{ message, extensions: { code } }];
        endResponse(fetchAPI.Response.json({ errors }, { status }));
      }
    },
    onResponse({ serverContext }) {
      // Where the operation was refused, or does not upload, nobody has read it.
      serverContext.incoming?.drop();
    },
  };
}

function written(operations: object): string {
  try {
    return JSON.stringify(operations);
  } catch {
    // What is read without end of nesting is not written so: RangeError.
    throw new UploadError("BAD_MULTIPART", "operations must not be nested so deep.");
  }
}

function isMultipart({ headers }: Request): boolean {
  return multipartType.test(headers.get("content-type") ?? "");
}
