import { lexicographicSortSchema, printSchema } from "graphql";
import { schemaOf } from "../graphql/schema";
import { importFiles, type Loaders, makeCatalogue } from "../lib/demo/catalogue";

/**
 * The schema of some demos, in GraphQL's own language.
 *
 * @throws Error that names each file with faults
 */
export async function printedSchema(loaders: Loaders): Promise<string> {
  const catalogue = makeCatalogue(await importFiles(loaders));
  const faults = catalogue.faults.map(({ file, problems }) => `${file}: ${problems.join(" ")}`);
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return `${printSchema(lexicographicSortSchema(schemaOf(catalogue)))}\n`;
}
