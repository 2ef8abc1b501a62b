import { experimental_upgradeWebSocket as upgradeWebSocket } from "@vercel/functions";
import { acceptSocket } from "@/graphql/socket";
import { handleGraphQL, isAllowedOrigin } from "@/graphql/yoga";

/** A message of a socket is held to the size of a request's body. */
const maxPayload = 1024 * 1024;

export async function GET(request: Request): Promise<Response> {
  if (request.headers.get("upgrade")?.toLowerCase() !== "websocket") return handleGraphQL(request);
  // Browsers let any page open a socket to anywhere and send this site's cookies along.
  if (!isAllowedOrigin(request)) return new Response("Origin not allowed\n", { status: 403 });
  return upgradeWebSocket((socket) => acceptSocket(socket, request), { maxPayload });
}

export { handleGraphQL as OPTIONS, handleGraphQL as POST };
