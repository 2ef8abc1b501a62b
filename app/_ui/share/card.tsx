import { cardSize } from "./oembed";

export interface CardProps {
  title: string;
  /** Below the title. */
  line: string | undefined;
  /** Of the text that a run has come to. */
  words: string | undefined;
  /** As a `data:` URL, with its size. */
  picture: { readonly url: string; readonly width: number; readonly height: number } | undefined;
}

const room = { width: 500, height: 500 };

/** A page's picture for others, 1200 × 630. Drawn by Satori, which knows boxes, images and text alone. */
export function Card({ title, line, words, picture }: CardProps) {
  const scale = picture ? Math.min(room.width / picture.width, room.height / picture.height) : 1;
  return (
    <div
      style={{
        width: cardSize.width,
        height: cardSize.height,
        padding: 64,
        display: "flex",
        alignItems: "center",
        justifyContent: "space-between",
        background: "#fbfaf8",
        color: "#1b1a17",
        fontFamily: "Geist",
        wordBreak: "break-word",
      }}
    >
      <div
        style={{
          height: "100%",
          width: picture ? 540 : 1072,
          display: "flex",
          flexDirection: "column",
          justifyContent: "space-between",
        }}
      >
        <div style={{ display: "flex", flexDirection: "column" }}>
          <div style={{ fontSize: 60, fontWeight: 600, letterSpacing: -1.8, lineHeight: 1.1 }}>
            {title}
          </div>
          {line !== undefined && (
            <div style={{ marginTop: 20, fontSize: 30, lineHeight: 1.35, color: "#5f5a52" }}>
              {line}
            </div>
          )}
          {words !== undefined && (
            <div
              style={{
                marginTop: 40,
                paddingLeft: 28,
                borderLeft: "3px solid #e5e1da",
                fontSize: 34,
                lineHeight: 1.4,
              }}
            >
              {words}
            </div>
          )}
        </div>
        <div style={{ display: "flex", alignItems: "center", fontSize: 30, fontWeight: 600 }}>
          <svg aria-hidden="true" width="44" height="44" viewBox="0 0 26 26" fill="none">
            <path d="M5 6.5v13l10-6.5z" fill="#ff7c00" />
            <path
              d="M17 8.2a6.8 6.8 0 0 1 0 9.6M19.8 5.2a11 11 0 0 1 0 15.6"
              stroke="#1b1a17"
              strokeWidth="2"
              strokeLinecap="round"
            />
          </svg>
          <span style={{ marginLeft: 14 }}>Yieldcast</span>
        </div>
      </div>
      {picture && (
        // biome-ignore lint/performance/noImgElement: it is drawn into a picture, not put into a page.
        <img
          alt=""
          src={picture.url}
          width={Math.round(picture.width * scale)}
          height={Math.round(picture.height * scale)}
          style={{ borderRadius: 16, border: "1px solid #e5e1da" }}
        />
      )}
    </div>
  );
}
