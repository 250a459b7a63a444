import { createContext } from 'react';

/** True while the visitor is asked whether they are still there. */
export const IsIdleContext = createContext(false);
