import './style.css';
import { render } from 'preact';
import { App } from './App';
import { follow } from './routes';

const place = document.getElementById('app');
if (place !== null) {
  follow();
  render(<App />, place);
}
