namespace MicroConvQA.Running;

/// <summary>
/// A walk cannot begin because of the machine it is to run on; the message says why and what to do. Such a walk is broken.
/// </summary>
internal class WalkObstacleException(string message, Exception? cause = null) : Exception(message, cause);
