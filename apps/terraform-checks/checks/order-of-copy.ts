import { foundationOrder } from '@bizflow/config/order';
import { committed } from '@bizflow/config/testing';

// Run in a copy of the repository, this prints the order of its own fleet: what a move has made of it.
console.log(JSON.stringify(foundationOrder(committed)));
