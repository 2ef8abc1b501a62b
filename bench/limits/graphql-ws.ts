import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { useServer as serve } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import { countSchema } from "./count-schema";

/*
 * The limit that Yieldcast is measured against: graphql-ws and graphql-js alone, with no log, no
 * queue, no viewers to wait for and no HTTP framework.
 */

const http = createServer();
serve({ schema: countSchema }, new WebSocketServer({ server: http, path: "/api/graphql" }));
http.listen(0, "127.0.0.1", () => {
  process.send?.((http.address() as AddressInfo).port);
});
process.once("disconnect", () => process.exit());
