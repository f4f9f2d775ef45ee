import { useEffect, useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { LIMITS } from "../../core/index.ts";
import type { Person } from "../../core/protocol.ts";

const PAUSE_MS = 200;

export type PeopleSearch =
  | { readonly state: "idle" }
  | { readonly state: "searching"; readonly people: readonly Person[] }
  | { readonly state: "found"; readonly people: readonly Person[] }
  | { readonly state: "failed"; readonly failure: unknown };

/** People of this server as one types; what was found before stays until the next answer is there. */
export function usePeopleSearch(query: string): PeopleSearch {
  const { contacts } = useClient();
  const [search, setSearch] = useState<PeopleSearch>({ state: "idle" });
  const wanted = query.trim().slice(0, LIMITS.SEARCH_MAX);

  useEffect(() => {
    if (wanted === "") {
      setSearch({ state: "idle" });
      return;
    }
    let current = true;
    setSearch((before) => ({ state: "searching", people: before.state === "found" ? before.people : [] }));
    const timer = setTimeout(async () => {
      try {
        const people = await contacts.search(wanted);
        if (current && people) setSearch({ state: "found", people });
      } catch (failure) {
        if (current) setSearch({ state: "failed", failure });
      }
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [contacts, wanted]);

  return search;
}
