/** One widget in the shop's page. `state` is the last choice of the buyer that its frame reported. */
class Drawn {
  constructor(path, title, clientKey, eventName) {
    const self = this;
    this.eventName = eventName;
    this.state = null;
    this.callbacks = [];
    this.frame = new GatewayFrame(path + '?clientKey=' + encodeURIComponent(clientKey), title);
    dress(this.frame.element, { height: '0' });
    this.frame.on('height', function (height) {
      if (typeof height === 'number' && height >= 0 && height < 5000) {
        dress(self.frame.element, { height: Math.ceil(height) + 'px' });
      }
    });
    this.frame.on('state', function (state) {
      self.state = state;
      self.callbacks.forEach(function (callback) {
        callback(state);
      });
    });
  }

  async connect(place, hello) {
    this.state = await this.frame.connect(place, hello);
  }

  on(eventName, callback) {
    if (eventName !== this.eventName) {
      refuse('INVALID_EVENT_PARAMETER', "The only event here is '" + this.eventName + "'.");
    }
    if (typeof callback !== 'function') {
      refuse('INVALID_CALLBACK_PARAMETER', 'The second argument of on() must be a function.');
    }
    this.callbacks.push(callback);
    if (this.state !== null) {
      // The buyer already sees a choice, so the page receives it too.
      Promise.resolve(this.state).then(callback);
    }
  }
}

function findPlace(params) {
  let place = null;
  try {
    place = document.querySelector(params.selector);
  } catch (notASelector) {
    place = null;
  }
  if (place === null) {
    refuse('INVALID_SELECTOR', 'No element of this page matches the selector.');
  }
  return place;
}

/** Checks the variant. The provider's back office defines the variants; here every variant looks the same. */
function checkVariant(variantKey, usual) {
  if (isGiven(variantKey) && typeof variantKey !== 'string') {
    refuse('INVALID_VARIANT_KEY', 'variantKey must be a text.');
  }
  return variantKey || usual;
}
