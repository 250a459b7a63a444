import type { PageTask, SheetTask, ToldByPage } from '../../electron/doctor/page/page-findings.ts';
import { languages, type Language } from '../../domain/localised.ts';
import { connectBridge } from '../bridge.ts';
import { scriptLines } from '../documents/test-sheet.tsx';
import '../look/tokens.css';
import '../look/fonts.css';
import '../look/base.css';
import { createWords } from '../words/words.ts';
import './doctor.css';
import { drawSheet } from './draw-sheet.tsx';
import { countCameras, countFrames, listVoices, readGpu, readScreen } from './look-at-screen.ts';
import { lookAtScript } from './look-at-scripts.ts';

/** What the doctor's host answers; under both shells the same way as the kiosk's bridge. */
interface DoctorBridge {
  task(input: object): Promise<PageTask>;
  found(input: { found: ToldByPage }): Promise<null>;
  sheet(input: { printer: string; raster: object | null }): Promise<null>;
}

/** Looks at the browser that it runs in and at what the browser draws, and tells the host. Nobody touches it. */
async function look(bridge: DoctorBridge): Promise<void> {
  const words = createWords('en').t;
  const { kiosk, sheets } = await bridge.task({});
  document.body.append(createNotice((lng) => words('doctor.page', { lng })));
  await bridge.found({ found: await findAll() });
  const time = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(),
  );
  const from = words('staffMachines.printers.testFrom', { kiosk, time });
  const draw = (sheet: SheetTask) => drawSheet(sheet, { from, words }).catch(() => null);
  for (const sheet of sheets) await bridge.sheet({ printer: sheet.printer, raster: await draw(sheet) });
}

async function findAll(): Promise<ToldByPage> {
  const scripts: ToldByPage['scripts'] = [];
  for (const line of scriptLines) scripts.push(await lookAtScript(line));
  return {
    browser: navigator.userAgent.slice(0, 400),
    screen: readScreen(),
    framesPerSecond: await countFrames(),
    gpu: readGpu(),
    touchPoints: navigator.maxTouchPoints,
    scripts,
    voices: await listVoices(),
    cameras: await countCameras(),
  };
}

/** For whoever stands before it meanwhile, in whatever language they read. */
function createNotice(textIn: (language: Language) => string): HTMLElement {
  const notice = document.createElement('div');
  notice.className = 'doctor-notice';
  notice.setAttribute('role', 'status');
  for (const language of languages) {
    const line = document.createElement('p');
    line.lang = language;
    line.textContent = textIn(language);
    notice.append(line);
  }
  return notice;
}

void look(connectBridge() as unknown as DoctorBridge);
