import { experimental_upgradeWebSocket as upgradeWebSocket } from "@vercel/functions";
import {
  acceptSocket,
  handleGraphQL,
  mayOpenSocket,
  mostBytesOfMessage,
} from "@/app/_server/graphql";
import "@/app/_server/media";

export async function GET(request: Request): Promise<Response> {
  if (request.headers.get("upgrade")?.toLowerCase() !== "websocket") return handleGraphQL(request);
  // Browsers let any page open a socket to anywhere: https://cheatsheetseries.owasp.org/cheatsheets/WebSocket_Security_Cheat_Sheet.html
  if (!mayOpenSocket(request))
    return new Response("Pages of this origin may not use the API.\n", { status: 403 });
  return upgradeWebSocket(acceptSocket, { maxPayload: mostBytesOfMessage() });
}

export { handleGraphQL as OPTIONS, handleGraphQL as POST };
