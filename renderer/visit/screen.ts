/** Where a visitor can be. The name of a screen is the name of its file. */
export type Screen =
  | { readonly name: 'language' }
  | { readonly name: 'home' }
  /** `session`: the code is wanted for a seat there, and the visitor comes back to it. */
  | { readonly name: 'code'; readonly session: string | null }
  | { readonly name: 'registered' }
  | { readonly name: 'consent' }
  | { readonly name: 'name' }
  | { readonly name: 'contact' }
  | { readonly name: 'about' }
  | { readonly name: 'talent' }
  | { readonly name: 'badge' }
  | { readonly name: 'jobs' }
  /** What else than jobs the same words find. */
  | { readonly name: 'find-others' }
  /** `step`: which of the five questions, from 0. */
  | { readonly name: 'match'; readonly step: number }
  | { readonly name: 'matches' }
  | { readonly name: 'job'; readonly job: string }
  | { readonly name: 'companies' }
  | { readonly name: 'company'; readonly company: string }
  | { readonly name: 'agenda' }
  | { readonly name: 'shortlist' }
  /** The ordered walk over the shortlist. */
  | { readonly name: 'walk' }
  | { readonly name: 'session'; readonly session: string }
  | { readonly name: 'seat'; readonly session: string }
  /** `found`: ids of places that stand out there, such as those a search found. */
  | {
      readonly name: 'map';
      readonly place: string | null;
      readonly job: string | null;
      readonly found?: readonly string[];
    };
