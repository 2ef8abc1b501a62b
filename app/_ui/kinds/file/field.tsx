"use client";

import { checkFile } from "../given/check-file";
import { ChooseButton } from "../given/choose-button";
import { GivenBox } from "../given/given-box";
import { GivenLine } from "../given/given-line";
import { useGivenFile } from "../given/use-given-file";
import type { FieldProps } from "../kind";

/** A file that is chosen or dropped. */
export function FileField({ input, id, value, onChange, error, attach }: FieldProps<"file">) {
  const { types } = input.options;
  const { given, state } = useGivenFile({
    input,
    value,
    onChange,
    attach,
    async prepare(file) {
      await checkFile(input, file);
      return file;
    },
  });
  const facts = "facts" in state ? state.facts : "file" in state ? state.file : undefined;
  return (
    <GivenBox
      {...{ input, id }}
      error={("fault" in state ? state.fault : undefined) ?? error}
      stageStyle="h-16 px-4"
      onFiles={([file]) => file && given.give(file)}
      stage={
        <p className="max-w-full text-center font-medium [overflow-wrap:anywhere] line-clamp-2">
          {facts ? (
            facts.name
          ) : (
            <span className="text-fine font-normal text-muted">Drop a file here</span>
          )}
        </p>
      }
      actions={
        <ChooseButton accept={types?.join(",")} onFile={given.give}>
          {facts ? "Choose another" : "Choose a file"}
        </ChooseButton>
      }
      line={<GivenLine {...{ given, state }} taken={types?.join(", ") ?? ""} />}
    />
  );
}
