import { feedLines } from "./feed-lines";
import { pythonLiteral } from "./literals";
import type { Snippet, SnippetRequest } from "./snippet";

const upload = (api: string) => `
def upload(path):
    document = gql("mutation ($file: File!) { upload(file: $file) { id } }")
    document.variable_values = {"file": FileVar(path)}
    client = Client(transport=RequestsHTTPTransport(url=${pythonLiteral(api)}))
    return client.execute(document, upload_files=True)["upload"]["id"]

`;

/** The client of the name gql, over a socket. */
export function pythonSnippet(request: SnippetRequest): Snippet {
  const { api, socket, field, document, variables, files, fed } = request;
  const uploads = files.length > 0;
  const given = files.map(
    ({ name, path }) => `document.variable_values["${name}"] = upload("${path}")\n`,
  );
  return {
    id: "python",
    title: "Python",
    language: "python",
    file: "run.py",
    code: `${[
      `# pip install "gql[websockets${uploads ? ",requests" : ""}]>=4"`,
      ...feedLines(fed, "#"),
      "import json",
      "",
      `from gql import Client, ${uploads ? "FileVar, " : ""}gql`,
      ...(uploads ? ["from gql.transport.requests import RequestsHTTPTransport"] : []),
      "from gql.transport.websockets import WebsocketsTransport",
    ].join("\n")}
${uploads ? `\n${upload(api)}` : ""}
document = gql("""
${document}
""")
document.variable_values = ${pythonLiteral(variables)}
${given.join("")}
transport = WebsocketsTransport(
    url=${pythonLiteral(socket)},
    subprotocols=["graphql-transport-ws"],
    connect_args={"max_size": None},
)
for result in Client(transport=transport).subscribe(document):
    print(json.dumps(result["${field}"]), flush=True)
`,
  };
}
