import { localArea } from './platform/storage-area';
console.log(await localArea.keys());
