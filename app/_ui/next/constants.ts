type Constants = typeof import("next/dist/lib/constants");

/** In the place of Next's constants, of which its browser needs this one. */
export const NEXT_NAV_DEPLOYMENT_ID_HEADER: Constants["NEXT_NAV_DEPLOYMENT_ID_HEADER"] =
  "x-nextjs-deployment-id";
