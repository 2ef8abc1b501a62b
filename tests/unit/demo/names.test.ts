import { expect, test } from "@jest/globals";
import { namesOf, titleOf } from "@/lib/demo/names";

test.each([
  ["fake-diffusion", { name: "fake-diffusion", field: "fakeDiffusion", type: "FakeDiffusion" }],
  ["fakeDiffusion", { name: "fake-diffusion", field: "fakeDiffusion", type: "FakeDiffusion" }],
  ["fake_diffusion", { name: "fake-diffusion", field: "fakeDiffusion", type: "FakeDiffusion" }],
  ["FakeDiffusion", { name: "fake-diffusion", field: "fakeDiffusion", type: "FakeDiffusion" }],
  ["chat", { name: "chat", field: "chat", type: "Chat" }],
  ["top-10", { name: "top-10", field: "top10", type: "Top10" }],
])("a file named %s has an address, a field and a type", (stem, names) => {
  expect(namesOf(stem)).toEqual(names);
});

test.each([
  ["maxTokens", "Max tokens"],
  ["max_tokens", "Max tokens"],
  ["fake-diffusion", "Fake diffusion"],
  ["x", "X"],
])("%s is read as %s", (name, title) => {
  expect(titleOf(name)).toBe(title);
});
