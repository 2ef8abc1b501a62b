import type { Plugin } from "graphql-yoga";
import { subscribe } from "../subscribe";

/** Carries out subscriptions so that those who ask the same of the same event get one result. */
export function sharedSubscriptionsPlugin(): Plugin {
  return {
    onSubscribe({ setSubscribeFn }) {
      setSubscribeFn(subscribe);
    },
  };
}
