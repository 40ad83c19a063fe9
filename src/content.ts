import { localArea } from './platform/storage-area';
void localArea.keys();
