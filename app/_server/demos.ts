import type { Loaders } from "@/lib/demo/catalogue";

/** The only module that looks into `demos/`. Nothing is imported before somebody asks. */
export const loaders: Loaders = import.meta.glob("../../demos/*.ts");
