"use client";

import { memo } from "react";
import type { Block, BlockOf, ListItem, TableRow } from "@/lib/client/markdown/block";
import { InlineScroller } from "../../scroller";
import { CodeBlock } from "../code/code-block";
import { Formula } from "./formula";
import { Inlines } from "./inlines";

const longestFormula = 2000;

interface BlocksProps {
  blocks: readonly Block[];
  /** Whether the last one is still written. */
  open: boolean;
}

interface GroupProps extends BlocksProps {
  /** Whether others stand behind it: its blocks are whole then. */
  settled: boolean;
}

/**
 * Blocks of which a page asks one question while others come. Out of sight they are not laid out: of a
 * text of 100 kB that takes longer than all the rest. The browser remembers how high they were, but only of
 * what has had an intrinsic size before it left: else the text would shrink by what it has just scrolled.
 */
export const Group = memo(function Group({ settled, ...props }: GroupProps) {
  return (
    <div
      className={`-mx-1 flow-root px-1 [contain-intrinsic-size:auto_48rem] first:*:first:mt-0 *:last:mb-0 ${settled ? "[content-visibility:auto]" : ""}`}
    >
      <Blocks {...props} />
    </div>
  );
});

function Blocks({ blocks, open }: BlocksProps) {
  return blocks.map((block, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text grows at its end.
    <OneBlock key={at} block={block} open={open && at === blocks.length - 1} />
  ));
}

interface OneBlockProps<Type extends Block["type"] = Block["type"]> {
  block: BlockOf<Type>;
  open: boolean;
}

const OneBlock = memo(
  function OneBlock({ block, open }: OneBlockProps) {
    switch (block.type) {
      case "heading":
        return <Heading block={block} open={open} />;
      case "paragraph":
        return (
          <p dir="auto" className="my-3">
            <Inlines text={block.text} open={open} />
          </p>
        );
      case "code":
        return <CodeBlock text={block.text} language={block.language} />;
      case "math":
        return <MathBlock block={block} open={open} />;
      case "list":
        return <List block={block} open={open} />;
      case "quote":
        return (
          <blockquote dir="auto" className="my-4 border-s-2 border-edge ps-4 text-muted">
            <Blocks blocks={block.blocks} open={open} />
          </blockquote>
        );
      case "table":
        return <Table block={block} open={open} />;
      case "rule":
        return <hr className="my-6 border-line" />;
      case "html":
        return (
          <p dir="auto" className="my-3 whitespace-pre-wrap">
            {block.text}
          </p>
        );
    }
  },
  (before, now) =>
    before.block === now.block ||
    (before.open === now.open &&
      before.block.type === now.block.type &&
      before.block.raw === now.block.raw &&
      // What is told by its beginning and what is whole may be written alike.
      !("pending" in now.block)),
);

const headingStyles = [
  "mt-8 mb-3 text-[1.5rem] leading-8",
  "mt-7 mb-2 text-[1.25rem] leading-7",
  "mt-6 mb-2 text-[1.0625rem] leading-6",
  "mt-5 mb-1 text-body",
];

function Heading({ block, open }: OneBlockProps<"heading">) {
  const Tag = `h${block.level}` as "h2" | "h3" | "h4" | "h5" | "h6";
  const style = headingStyles[block.depth - 1] ?? headingStyles[3];
  return (
    <Tag dir="auto" className={`font-semibold tracking-tight text-text ${style}`}>
      <Inlines text={block.text} open={open} />
    </Tag>
  );
}

function MathBlock({ block }: OneBlockProps<"math">) {
  if (block.text.length > longestFormula) return <CodeBlock text={block.text} language="latex" />;
  return (
    <InlineScroller
      aria-label="Formula"
      className={`my-4 min-h-12 overflow-x-auto overflow-y-hidden py-1 text-center ${block.pending ? "animate-breathe rounded-part bg-text/5" : ""}`}
    >
      {!block.pending && <Formula text={block.text} display />}
    </InlineScroller>
  );
}

function List({ block, open }: OneBlockProps<"list">) {
  const items = block.items.map((item, at) => (
    <Item
      // biome-ignore lint/suspicious/noArrayIndexKey: a text grows at its end.
      key={at}
      item={item}
      loose={block.loose}
      open={open && at === block.items.length - 1}
    />
  ));
  const style = "my-3 grid grid-cols-[minmax(0,1fr)] gap-1 ps-6 marker:text-faint";
  if (block.start === undefined) {
    return (
      <ul dir="auto" className={`list-disc ${style}`}>
        {items}
      </ul>
    );
  }
  return (
    <ol dir="auto" start={block.start} className={`num list-decimal ${style}`}>
      {items}
    </ol>
  );
}

interface ItemProps {
  item: ListItem;
  loose: boolean;
  open: boolean;
}

const Item = memo(
  function Item({ item, loose, open }: ItemProps) {
    const { checked } = item;
    return (
      <li
        className={`${loose ? "" : "*:my-0"} ${checked === undefined ? "" : "relative list-none"}`}
      >
        {checked !== undefined && (
          <input
            type="checkbox"
            disabled
            checked={checked}
            aria-label={checked ? "Done" : "To do"}
            className="absolute -start-6 top-1 size-4 accent-text"
          />
        )}
        <Blocks blocks={item.blocks} open={open} />
      </li>
    );
  },
  (before, now) =>
    before.item.raw === now.item.raw && before.loose === now.loose && before.open === now.open,
);

function Table({ block, open }: OneBlockProps<"table">) {
  const { align, header, rows } = block;
  return (
    <InlineScroller aria-label="Table" className="my-4 overflow-x-auto">
      <table className="min-w-full border-collapse text-ui">
        <thead>
          <tr className="border-b border-edge">
            {header.map((text, at) =>
              text === "" ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name.
                <td key={at} />
              ) : (
                <th
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name.
                  key={at}
                  scope="col"
                  dir="auto"
                  className={`px-3 py-2 font-semibold first:ps-0 last:pe-0 ${alignStyle(align[at])}`}
                >
                  <Inlines
                    text={text}
                    open={open && rows.length === 0 && at === header.length - 1}
                  />
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a text grows at its end.
            <Row key={at} row={row} align={align} open={open && at === rows.length - 1} />
          ))}
        </tbody>
      </table>
    </InlineScroller>
  );
}

interface RowProps {
  row: TableRow;
  align: BlockOf<"table">["align"];
  open: boolean;
}

const Row = memo(
  function Row({ row, align, open }: RowProps) {
    const last = row.cells.findLastIndex((cell) => cell !== "");
    return (
      <tr className="border-b border-line">
        {row.cells.map((text, at) => (
          <td
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name.
            key={at}
            dir="auto"
            className={`num px-3 py-1.5 align-top first:ps-0 last:pe-0 ${alignStyle(align[at])}`}
          >
            <Inlines text={text} open={open && at === last} />
          </td>
        ))}
      </tr>
    );
  },
  (before, now) => before.row.raw === now.row.raw && before.open === now.open,
);

function alignStyle(align: "center" | "left" | "right" | undefined): string {
  if (align === "center") return "text-center";
  return align === "right" ? "text-end" : "text-start";
}
