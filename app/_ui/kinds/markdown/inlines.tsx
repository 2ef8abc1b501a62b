"use client";

import { decodeNamedCharacterReference } from "decode-named-character-reference";
import type { Token, Tokens } from "marked";
import { createContext, Fragment, memo, type ReactNode, useContext } from "react";
import type { LinkTargets } from "@/lib/client/markdown/block";
import { readInline } from "@/lib/client/markdown/read-inline";
import { safeLink, safePicture } from "@/lib/client/markdown/safe-address";
import { Formula } from "./formula";

/** A longer one may take the browser long to set, and is no formula. */
const longestFormula = 2000;

const none: LinkTargets = {};
export const Targets = createContext<LinkTargets>(none);

export interface InlinesProps {
  text: string;
  /** Whether it is still written. */
  open: boolean;
}

/** What stands within a paragraph, a heading or a cell. */
export const Inlines = memo(function Inlines(props: InlinesProps) {
  // Only what may refer to an address elsewhere in the text is looked at again when one comes.
  return /\][^(]|\]$/.test(props.text) ? (
    <Referring {...props} />
  ) : (
    <Written {...props} targets={none} />
  );
});

function Referring(props: InlinesProps) {
  return <Written {...props} targets={useContext(Targets)} />;
}

function Written({ text, open, targets }: InlinesProps & { targets: LinkTargets }) {
  return <Parts tokens={readInline(text, open, targets)} />;
}

function Parts({ tokens }: { tokens: readonly Token[] | undefined }) {
  return tokens?.map((token, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text grows at its end.
    <Fragment key={at}>{part(token)}</Fragment>
  ));
}

function part(token: Token): ReactNode {
  const inner = "tokens" in token ? token.tokens : undefined;
  switch (token.type) {
    case "strong":
      return (
        <strong className="font-semibold">
          <Parts tokens={inner} />
        </strong>
      );
    case "em":
      return (
        <em>
          <Parts tokens={inner} />
        </em>
      );
    case "del":
      return (
        <del>
          <Parts tokens={inner} />
        </del>
      );
    case "codespan":
      return (
        <code className="rounded-[0.25em] bg-text/7 px-[0.3em] py-[0.1em] font-mono text-[0.875em] [overflow-wrap:anywhere]">
          {(token as Tokens.Codespan).text}
        </code>
      );
    case "br":
      return <br />;
    case "link":
      return <Link token={token as Tokens.Link} />;
    case "image":
      return <Picture token={token as Tokens.Image} />;
    case "math": {
      const { text, display } = token as Tokens.Generic;
      if (text.length > longestFormula) return <code>{text}</code>;
      return <Formula text={text} display={display} />;
    }
    case "html":
      if (/^<br\s*\/?>$/i.test(token.raw)) return <br />;
      return token.raw.startsWith("<!--") ? null : token.raw;
    case "escape":
      return (token as Tokens.Escape).text;
    case "text":
      return inner ? <Parts tokens={inner} /> : decoded((token as Tokens.Text).text);
    default:
      return token.raw;
  }
}

const linkStyle =
  "rounded-[0.2em] underline decoration-edge underline-offset-[0.2em] hover:decoration-current [overflow-wrap:anywhere]";
/** A link from a text that anybody may have written: the page that it opens learns nothing of this one. */
const unrelated = { target: "_blank", rel: "noopener noreferrer nofollow" } as const;

function Link({ token }: { token: Tokens.Link }) {
  const words = <Parts tokens={token.tokens} />;
  const href = safeLink(decoded(token.href), document.baseURI);
  if (href === undefined) return words;
  return (
    <a href={href} {...unrelated} title={token.title ?? undefined} className={linkStyle}>
      {words}
    </a>
  );
}

function Picture({ token }: { token: Tokens.Image }) {
  const { text: alt, title } = token;
  const source = safePicture(decoded(token.href), document.baseURI);
  if (source !== undefined) {
    return (
      // biome-ignore lint/performance/noImgElement: it may be any picture of the site, of any size.
      <img
        src={source}
        alt={alt}
        title={title ?? undefined}
        className="inline-block max-w-full rounded-part"
      />
    );
  }
  // Of another host: that it is looked at is for whoever reads this to say.
  const href = safeLink(decoded(token.href), document.baseURI);
  const words = alt || "Picture";
  if (href === undefined) return words;
  return (
    <a href={href} {...unrelated} className={linkStyle}>
      {words} ({new URL(href).hostname})
    </a>
  );
}

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]{1,31}));/gi,
    (whole, hex, ten, name) => {
      if (name !== undefined) return decodeNamedCharacterReference(name) || whole;
      const code = hex === undefined ? Number(ten) : Number.parseInt(hex, 16);
      const isLetter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      return isLetter ? String.fromCodePoint(code) : "\ufffd";
    },
  );
}
