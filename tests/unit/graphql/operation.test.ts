import { expect, test } from "@jest/globals";
import { parse } from "graphql";
import { exampleOperation } from "@/graphql/operation";
import { schemaOf } from "@/graphql/schema";
import { makeCatalogue } from "@/lib/demo/catalogue";
import { defineDemo, text } from "@/lib/index";

test("an example in the playground cannot end the script that it stands in", () => {
  const module = {
    default: defineDemo({
      inputs: { page: text({ default: "</script><script>alert(1)</script>" }) },
      output: text(),
      run: () => "",
    }),
  };
  const catalogue = makeCatalogue([{ file: "demos/markup.ts", module, problem: undefined }]);
  const [demo] = catalogue.demos.values();
  if (!demo) throw new Error(JSON.stringify(catalogue.faults));
  const example = exampleOperation(schemaOf(catalogue), demo);
  expect(example).not.toContain("<");
  const said = JSON.stringify(parse(example));
  expect(said).toContain("</script><script>alert(1)</script>");
});
