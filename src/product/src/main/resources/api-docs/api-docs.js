// Both APIs on one page. Calls go to where the page came from, under the login that opened it unless another is entered.
import {showLogin, withToken} from '/pages/shared.js';

window.addEventListener('load', () => {
  SwaggerUIBundle({
    dom_id: '#swagger-ui',
    urls: [
      { name: 'Domainflow', url: '/api-docs/openapi.yaml' },
      { name: 'Camunda REST', url: '/api-docs/engine-rest.json' },
    ],
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: 'StandaloneLayout',
    deepLinking: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    validatorUrl: null,
    requestInterceptor: withToken,
  });
});
showLogin().catch(() => null);
