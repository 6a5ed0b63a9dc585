import './writing-environment.ts';
import './on-author-error.ts';
import { startWriting } from './writing-server.ts';

await startWriting();
