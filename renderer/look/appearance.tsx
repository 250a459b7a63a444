import { createContext, use, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import type { TextSize } from './text-sizes.ts';
import { createTheme, type Surface } from './theme.ts';

interface Appearance {
  readonly textSize: TextSize;
  readonly surface: Surface;
  readonly setTextSize: (size: TextSize) => void;
  readonly setSurface: (surface: Surface) => void;
}

const AppearanceContext = createContext<Appearance | null>(null);

export function useAppearance(): Appearance {
  const appearance = use(AppearanceContext);
  if (!appearance) throw new Error('useAppearance needs an AppearanceProvider');
  return appearance;
}

interface AppearanceProviderProps {
  /** The event's, `#rrggbb`. */
  readonly accent: string;
  readonly children: ReactNode;
}

/** How one visitor wants to see the screens: it ends with the visit. */
export function AppearanceProvider({ accent, children }: AppearanceProviderProps) {
  const [textSize, setTextSize] = useState<TextSize>('normal');
  const [surface, setSurface] = useState<Surface>('paper');
  useLayoutEffect(() => {
    const root = document.documentElement;
    const theme = createTheme(accent, surface);
    root.dataset['text'] = textSize;
    root.dataset['surface'] = surface;
    root.style.setProperty('--accent', theme.accent);
    root.style.setProperty('--on-accent', theme.onAccent);
    root.style.setProperty('--tint', theme.tint);
  }, [accent, surface, textSize]);
  const appearance = useMemo(() => ({ textSize, surface, setTextSize, setSurface }), [textSize, surface]);
  return <AppearanceContext value={appearance}>{children}</AppearanceContext>;
}
