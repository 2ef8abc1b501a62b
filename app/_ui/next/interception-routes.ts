type Routes = typeof import("next/dist/shared/lib/router/utils/interception-routes");

/* In the place of what Next knows of routes that are shown over others: no page here is. */

export const INTERCEPTION_ROUTE_MARKERS: readonly Routes["INTERCEPTION_ROUTE_MARKERS"][number][] =
  [];

export const isInterceptionRouteAppPath: Routes["isInterceptionRouteAppPath"] = () => false;
