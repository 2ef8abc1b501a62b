import { GraphQLError } from "graphql";
import type { Upload } from "../lib/store/upload-store";
import type { Builder, SchemaParts } from "./builder";
import type { Context } from "./context";
import type { IncomingFile } from "./multipart";

const how =
  "A file is sent over HTTP by the GraphQL multipart request: https://github.com/jaydenseric/graphql-multipart-request-spec";

/** The scalar of a file that is sent up; its value is the mark of the part that brings it. */
export function defineFile(builder: Builder): void {
  builder.scalarType("File", {
    description: `${how}.`,
    specifiedByURL: "https://github.com/jaydenseric/graphql-multipart-request-spec",
    serialize() {
      throw new GraphQLError("A File is only given.");
    },
    parseValue(mark) {
      if (typeof mark === "string") return mark;
      throw badFile();
    },
    parseLiteral() {
      throw badFile();
    },
  });
}

/** `upload`. */
export function defineUpload({ builder }: SchemaParts): void {
  const upload = builder.objectRef<Upload>("Upload").implement({
    description: "A file that was uploaded.",
    fields: (t) => ({
      id: t.exposeID("id", {
        description:
          "For the arguments of demos that are files. Whoever holds it may give the file to a run.",
      }),
      name: t.string({
        description: "What it is called, without any folder.",
        resolve: ({ file }) => file.name,
      }),
      mimeType: t.string({
        description: "What its content says, whatever it is called.",
        resolve: ({ file }) => file.mimeType,
      }),
      size: t.float({ description: "In bytes.", resolve: ({ file }) => file.size }),
      duration: t.float({
        nullable: true,
        description: "In seconds, of sound and video that can be read.",
        resolve: ({ file }) => file.duration,
      }),
      width: t.int({
        nullable: true,
        description: "In pixels, of pictures and video that can be read.",
        resolve: ({ file }) => file.width,
      }),
      height: t.int({ nullable: true, resolve: ({ file }) => file.height }),
    }),
  });
  builder.mutationField("upload", (t) =>
    t.field({
      type: upload,
      description:
        "Takes a file in, which may then be given to runs. It is kept for a while after the last of them.",
      args: { file: t.arg({ type: "File", required: true, description: `${how}.` }) },
      resolve: (_root, { file }, context) => receive(file, context),
    }),
  );
}

/** Files that a resolver has taken: of those nothing is left for another one. */
const taken = new WeakSet<IncomingFile>();

function receive(mark: string, { house, incoming }: Context): Promise<Upload> {
  if (incoming?.mark !== mark || taken.has(incoming)) throw badFile();
  taken.add(incoming);
  return house.uploads.receive(incoming.name, incoming.content);
}

function badFile(): GraphQLError {
  return new GraphQLError(`The argument "file" must be a file. ${how}.`, {
    extensions: { code: "BAD_USER_INPUT", argument: "file" },
  });
}
