import { media } from "@/app/_server/media";

/** For where there is no `server.ts` in front, as on Vercel. */
export function GET(request: Request): Promise<Response> {
  return media().fetch(request);
}

export { GET as HEAD, GET as OPTIONS };
