import localFont from "next/font/local";

/*
 * Geist, cut in two by `npm run fonts`: a browser fetches what an English page needs at once, and the
 * rest where a text has such a character. All are optional: one that came when its text was there already
 * would move what stands beside it and below. Next reads these calls when it builds, so each says all itself.
 */

const sans = localFont({
  src: "./sans-common.woff2",
  variable: "--font-sans-common",
  weight: "400 700",
  display: "optional",
});

const sansOthers = localFont({
  src: "./sans-others.woff2",
  variable: "--font-sans-others",
  weight: "400 700",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-04ff, U+1e00-1eff, U+2070-20ab, U+20ad-2121, U+2123-218f, U+2194-21b4, U+21b6-2211, U+2213-2317, U+2319-25ff, U+2776-277e",
    },
  ],
});

const mono = localFont({
  src: "./mono-common.woff2",
  variable: "--font-mono-common",
  weight: "400 700",
  display: "optional",
  adjustFontFallback: false,
});

const monoOthers = localFont({
  src: "./mono-others.woff2",
  variable: "--font-mono-others",
  weight: "400 700",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-04ff, U+1e00-1eff, U+2070-20ab, U+20ad-2121, U+2123-218f, U+2194-21b4, U+21b6-2211, U+2213-2317, U+2319-25ff, U+2776-277e",
    },
  ],
});

/** For the page's element: app/globals.css makes font families of them. */
export const fontVariables = [sans, sansOthers, mono, monoOthers]
  .map(({ variable }) => variable)
  .join(" ");
