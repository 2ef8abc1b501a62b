import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";

/* `npm run schema` writes schema.graphql and demos.d.ts from the demos in demos/. */

const root = fileURLToPath(new URL("..", import.meta.url));
const entry = path.join(root, ".yieldcast/schema-entry.ts");
const outfile = path.join(root, ".yieldcast/schema.mjs");

const loaders = readdirSync(path.join(root, "demos"))
  .filter((name) => name.endsWith(".ts"))
  .map((name) => `"demos/${name}": () => import("../demos/${name}"),`);
mkdirSync(path.dirname(entry), { recursive: true });
writeFileSync(
  entry,
  `import { printedSchema } from "../tools/printed-schema";
export { writeDemoTypes } from "../tools/demo-types";
export default await printedSchema({
${loaders.join("\n")}
});
`,
);
await bundle(entry, outfile);
const { default: schema, writeDemoTypes } = await import(pathToFileURL(outfile).href);
writeDemoTypes(root);
writeFileSync(path.join(root, "schema.graphql"), schema);
