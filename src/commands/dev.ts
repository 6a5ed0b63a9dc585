import './writing-environment.ts';
import { startWriting } from './writing-server.ts';

await startWriting();
