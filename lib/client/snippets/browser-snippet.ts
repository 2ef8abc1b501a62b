import { feedLines } from "./feed-lines";
import { constants, uploadFunction } from "./java-script";
import { javaScriptLiteral } from "./literals";
import type { Snippet, SnippetRequest } from "./snippet";

/** A page with nothing but what browsers have: the few messages of the socket's protocol. */
export function browserSnippet(request: SnippetRequest): Snippet {
  const { api, socket, field, files, fed } = request;
  const lines = [
    "// Needs nothing. Another site than the API's own must be in its ALLOWED_ORIGINS.",
    ...feedLines(fed, "//"),
    ...(files.length > 0 ? [...uploadFunction(api, "file", "file").split("\n"), ...asking] : []),
    ...constants(request).split("\n"),
    ...files.map(
      ({ name }) =>
        `variables.${name} = await upload(form.elements.namedItem("${name}").files[0]);`,
    ),
    `const socket = new WebSocket(${javaScriptLiteral(socket)}, "graphql-transport-ws");`,
    "const send = (message) => socket.send(JSON.stringify(message));",
    'const print = (value) => document.querySelector("pre").append(JSON.stringify(value), "\\n");',
    'socket.onopen = () => send({ type: "connection_init" });',
    "socket.onmessage = ({ data }) => {",
    "  const { type, payload } = JSON.parse(data);",
    '  if (type === "ping") send({ type: "pong" });',
    '  if (type === "connection_ack")',
    '    send({ id: "1", type: "subscribe", payload: { query, variables } });',
    `  if (type === "next") print(payload.data?.${field} ?? payload.errors);`,
    '  if (type === "error") print(payload);',
    '  if (type === "error" || type === "complete") socket.close();',
    "};",
  ];
  const code = lines.map((line) => (line ? `  ${line}\n` : "")).join("");
  const fields = files.map(({ name }) => `<input type="file" name="${name}" required>`);
  const form = files.length > 0 ? `<form>${fields.join("")}<button>Run</button></form>\n` : "";
  return {
    id: "browser",
    title: "Browser",
    language: "html",
    file: "index.html",
    code: `<!doctype html>\n<meta charset="utf-8">\n${form}<pre></pre>\n<script type="module">\n${code}</script>\n`,
  };
}

const asking = [
  'const form = document.querySelector("form");',
  "await new Promise((resolve) => {",
  "  form.onsubmit = () => {",
  "    resolve();",
  "    return false;",
  "  };",
  "});",
];
