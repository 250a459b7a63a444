/** Where a visitor can be. The name of a screen is the name of its file. */
export type Screen =
  | { readonly name: 'language' }
  | { readonly name: 'home' }
  | { readonly name: 'consent' }
  | { readonly name: 'name' }
  | { readonly name: 'contact' }
  | { readonly name: 'about' }
  | { readonly name: 'talent' }
  | { readonly name: 'badge' }
  | { readonly name: 'jobs' }
  | { readonly name: 'job'; readonly job: string }
  | { readonly name: 'companies' }
  | { readonly name: 'company'; readonly company: string }
  | { readonly name: 'agenda' }
  | { readonly name: 'map'; readonly place: string | null; readonly job: string | null };
