import { runCheckCommand, runLoadCommand } from './check-command.ts';

const help = `npm run event -- COMMAND

  check PACK      names what is wrong in an event pack, and what to write instead
  load PACK       checks it and copies it into the kiosk's data folder
  key PACK        makes the key pair that seals the event's registrations
  key-words FILE  prints the private key as words for paper
  restore         makes the private key's file again from the words
  open JOURNAL    opens the registrations of a kiosk with the private key

COMMAND --help says more.`;

const [command, ...argv] = process.argv.slice(2);
process.exitCode = await runCommand();

async function runCommand(): Promise<number> {
  switch (command) {
    case 'check':
      return runCheckCommand(argv);
    case 'load':
      return runLoadCommand(argv);
    case 'key':
      return (await import('./key-command.ts')).runKeyCommand(argv);
    case 'key-words':
      return (await import('./key-command.ts')).runKeyWordsCommand(argv);
    case 'restore':
      return (await import('./key-command.ts')).runRestoreCommand(argv);
    case 'open':
      return (await import('./open-command.ts')).runOpenCommand(argv);
    case '--help':
      console.log(help);
      return 0;
    case undefined:
      console.error(help);
      return 2;
    default:
      console.error(`There is no command ${command}.\n\n${help}`);
      return 2;
  }
}
