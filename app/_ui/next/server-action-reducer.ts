type Actions =
  typeof import("next/dist/client/components/router-reducer/reducers/server-action-reducer");

/** In the place of how Next's browser calls functions of the server: here it asks by GraphQL. */
export const serverActionReducer: Actions["serverActionReducer"] = () => {
  throw new Error("No function of the server can be called from a page here; ask by GraphQL.");
};
