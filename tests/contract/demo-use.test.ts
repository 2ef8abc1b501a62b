import { expect, it } from "@jest/globals";
import { buildSchema } from "graphql";
import type { DemoUse } from "@/lib/demo/demo-use";
import { apiAddress } from "./address";
import { describeOwn, siteWith } from "./own-site";

async function useOf(demo: string, site = new URL(apiAddress()).origin): Promise<DemoUse> {
  const response = await fetch(`${site}/demos/${demo}/details`);
  expect(response.status).toBe(200);
  return (await response.json()) as DemoUse;
}

it("describes a demo's operation and its part of the schema, which stands alone", async () => {
  const { parts, types } = await useOf("every-input");
  expect(parts).toMatchObject({ name: "EveryInput", field: "everyInput", fed: [] });
  expect(parts.arguments).toContainEqual({
    name: "mood",
    type: "EveryInputMoodChoice!",
    file: null,
  });
  const schema = buildSchema(`${types}\ntype Query { nothing: Int }`);
  expect(Object.keys(schema.getSubscriptionType()?.getFields() ?? {})).toEqual(["everyInput"]);
  expect(types).toContain("mood: EveryInputMoodChoice! = wild");
});

it("names files by what their inputs take, and says what is fed", async () => {
  const file = (await useOf("give-file")).parts.arguments;
  expect(file).toEqual([{ name: "table", type: "ID", file: "table.csv" }]);
  const voice = (await useOf("give-voice")).parts;
  expect(voice).toMatchObject({ arguments: [], fed: ["mic"] });
});

it("shows no file unless it is told to, and knows no demo that is none", async () => {
  expect((await useOf("say-back")).source).toBeNull();
  const site = new URL(apiAddress()).origin;
  for (const name of ["nothing", "..%2f..%2fpackage", "_notes"]) {
    expect((await fetch(`${site}/demos/${name}/details`)).status).toBe(404);
  }
});

describeOwn("a site that shows its demos' files", () => {
  it("gives each as it was built", async () => {
    await using site = await siteWith({ YIELDCAST_SHOW_SOURCE: "always" });
    const { source } = await useOf("say-back", site.url);
    expect(source?.file).toBe("demos/say-back.ts");
    expect(source?.text).toMatch(/^import \{ checkbox[\s\S]*async \*run\(given\)[\s\S]*\n$/);
  });
});
