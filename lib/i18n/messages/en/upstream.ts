/**
 * The image service's own codes: what each means, then in the last sentence what to do. A key is the code with `/` for its dots, which
 * the message library would take for a path. Sources are those of `lib/wanx/contract/error-table.ts`.
 */
export const upstream = {
  InvalidApiKey:
    "The image service does not know the API key, or it belongs to another region. Put a key of the Beijing region into DASHSCOPE_API_KEY and start the studio again.",
  "NOT AUTHORIZED":
    "The API key may not use the workspace, or the workspace does not exist. Ask the owner of the account for access.",
  AccessDenied:
    "The API key may not make this call, or the form of an upload has expired. Try once more, and check the key's rights if it stays.",
  "AccessDenied/Unpurchased":
    "The account has not activated the model. Open the model in the service's console and activate it.",
  "Model/AccessDenied": "The API key may not use this model. Have the key's workspace given the model.",
  "Workspace/AccessDenied": "The API key may not use this workspace. Check the workspace that is configured.",
  "Endpoint/AccessDenied":
    "The address does not belong to the API key's workspace. Check the service address that is configured.",
  "AllocationQuota/FreeTierOnly":
    "The free pictures are used up, and the account is set to stop there. Allow paid use in the service's console.",
  Arrearage: "The account owes money, so the service draws nothing. Settle the account, then generate again.",
  InvalidParameter:
    "The service does not take a value of the request. Look at what it said, change that, then generate again.",
  ModelNotFound: "The service does not find the model. Check the model's name and the service address.",
  WorkSpaceNotFound: "The service does not find the workspace. Check the workspace that is configured.",
  NotFound: "The service has nothing at the address that was asked. Check the service address that is configured.",
  "BadRequest/EmptyInput":
    "The request came to the service without its input. Generate again, and report it if it stays.",
  "BadRequest/EmptyParameters":
    "The request came to the service without its parameters. Generate again, and report it if it stays.",
  "BadRequest/EmptyModel": "The request named no model. Generate again, and report it if it stays.",
  "BadRequest/IllegalInput":
    "The service could not read the request as JSON. Generate again, and report it if it stays.",
  "InvalidParameter/DataInspection":
    "The service could not fetch a picture for its inspection in time, mostly because of where it is hosted. Generate again; the studio uploads it anew.",
  DataInspectionFailed:
    "The service's inspection found something it does not allow, in a prompt, in a picture that was sent, or in what it drew. Reword the prompt or change the picture that could be meant.",
  IPInfringementSuspect:
    "The service suspects protected content, such as a well-known character or brand. Take it out of the prompts and pictures.",
  InvalidURL: "The service cannot use the address of a picture. Generate again; the studio uploads the picture anew.",
  "InvalidURL/ConnectionRefused":
    "The host of a picture refused the service. Use a picture that is stored in the studio.",
  "InvalidURL/Timeout": "A picture took too long to fetch for the service. Generate again.",
  "BadRequest/InputDownloadFailed":
    "The service could not fetch a picture, mostly the guide image. Generate again; if it stays, choose the picture anew.",
  "InvalidParameter/FileDownload":
    "The service could not fetch or open one of the pictures. Generate again; if it stays, choose the picture anew.",
  "BadRequest/UnsupportedFileFormat":
    "A picture has not the four channels, red, green, blue and alpha, that the service asks of it. Use a cut-out with a transparent background.",
  "BadRequest/TooLarge": "The request is larger than the service takes. Use fewer or smaller pictures.",
  RequestTimeOut: "The service took too long to answer. Generate again in a little while.",
  Throttling: "The service is asked more often than it allows. Wait a minute, then generate again.",
  "Throttling/RateQuota":
    "The account sends more requests per second than the service allows; others may be using it too. Wait a minute, then generate again.",
  LimitRequests:
    "The account sends more requests per second than the service allows; others may be using it too. Wait a minute, then generate again.",
  "Throttling/BurstRate":
    "The requests became frequent too quickly for the service. Wait a minute, then generate again.",
  "Throttling/AllocationQuota":
    "The account's share of the service is used up for the moment. Wait a minute; if it stays, look at the quota in the console.",
  CommodityNotPurchased: "The account has not bought the service. Buy or activate it in the console.",
  PrepaidBillOverdue: "The account's prepaid bill is overdue, so the service draws nothing. Settle it in the console.",
  PostpaidBillOverdue: "The account's bill is overdue, so the service draws nothing. Settle it in the console.",
  UnsupportedOperation:
    "The task is past the point where it could be cancelled: it is being drawn or finished. Let it finish.",
  InternalError: "Something went wrong inside the service. Generate again.",
  "InternalError/Algo": "The model could not finish the drawing. Generate again, or simplify the scene if it stays.",
  "InternalError/FileUpload": "The service drew the picture but could not store it. Generate again.",
  "InternalError/Upload": "The service drew the picture but could not store it. Generate again.",
  "InternalError/Timeout": "The service had no result within three hours and gave up. Generate again.",
  SystemError: "Something went wrong inside the service. Generate again in a little while.",
  ModelServiceFailed: "The service could not reach its model. Generate again in a little while.",
  ModelServingError: "The service is overloaded and drops requests. Generate again in a few minutes.",
  ModelUnavailable: "The model is not available at the moment. Generate again in a few minutes.",
  unlisted: "The service gave a reason that its documentation does not list. Read what it said, then generate again.",
} as const;
