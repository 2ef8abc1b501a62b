import dynamic from "next/dynamic";

/** Most embeds tell nobody. */
export const Bridge = dynamic(() => import("./bridge").then((part) => part.Bridge), { ssr: false });
